/** Offer a file that was made in the page; its address holds the text until it is told to let go. */
export function offer(name: string, text: string, type = "text/html"): string {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  // Some browsers only follow a link that is in the page.
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  return address;
}

/** Until the browser has taken a file; after that no copy of it stays in the page. */
const TAKEN_MS = 10_000;

/** Offer a file, and let go of it once it is taken. */
export function offerOnce(name: string, text: string, type?: string): void {
  const address = offer(name, text, type);
  setTimeout(() => URL.revokeObjectURL(address), TAKEN_MS);
}

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

/** Offer a file that was made in the page, and let go of it. */

/** Files offered so far: the browser holds their text until told to let go. */
export class Downloads {
  private addresses: string[] = [];

  offer(name: string, text: string): void {
    this.forget();
    const address = URL.createObjectURL(new Blob([text], { type: "text/html;charset=utf-8" }));
    this.addresses.push(address);
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    // Some browsers only follow a link that is in the page.
    link.hidden = true;
    document.body.append(link);
    link.click();
    link.remove();
  }

  forget(): void {
    for (const address of this.addresses) URL.revokeObjectURL(address);
    this.addresses = [];
  }
}

/** The page of the whole site, with which a device that many people use begins anew. */
const first = new URL(document.documentElement.dataset["kiosk"] || "index.html", location.href);

/** Whether this page is that one; a server may leave the name of its file out. */
export function isFirstPage(): boolean {
  return location.pathname.replace(/index\.html$/, "") === first.pathname.replace(/index\.html$/, "");
}

/** It takes the place of this page in the browser's history. */
export function toFirstPage(): void {
  location.replace(first);
}

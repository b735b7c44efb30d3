/** What a drop or the clipboard brings: files, folders, text. */

export interface Brought {
  readonly files: readonly File[];
  /** Names of folders: no page that asks for files can read them. */
  readonly folders: readonly string[];
  readonly text: string;
}

export const PICTURE = /^image\//;
/** Where text that is pasted or dropped is written, as anywhere else. */
export const FIELD = "input[type=text], input[type=password], textarea";

export function brought(data: DataTransfer): Brought {
  const items = [...data.items].filter(({ kind }) => kind === "file");
  const entries = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const folders = entries.flatMap(({ entry }) => (entry?.isDirectory ? [entry.name] : []));
  const files = entries.flatMap(({ entry, file }) => (file && !entry?.isDirectory ? [file] : []));
  return { files, folders, text: data.getData("text/plain") || data.getData("text/uri-list") };
}

/** It may be dropped anywhere: a file or a link that missed its place would replace the page. */
export function acceptDrops(zones: readonly HTMLElement[], take: (found: Brought) => void): void {
  // Words of the page that are dragged within it are no way in.
  let isOwn = false;
  window.addEventListener("drag", () => (isOwn = true));
  window.addEventListener("dragend", () => (isOwn = false));
  for (const kind of ["dragenter", "dragover", "dragleave", "drop"] as const) {
    window.addEventListener(kind, (event) => {
      const { dataTransfer, target } = event;
      const isFile = dataTransfer?.types.includes("Files") ?? false;
      if (!isFile && target instanceof Element && target.matches(FIELD)) return;
      event.preventDefault();
      const isOver = !isOwn && (kind === "dragenter" || kind === "dragover");
      for (const each of zones) each.classList.toggle("over", isOver);
      if (kind === "drop" && !isOwn && dataTransfer) take(brought(dataTransfer));
    });
  }
}

/** What was copied: a picture before words, on a page that `reads` them; null: neither. Throws where the page may not read it. */
export async function copied(name: string, reads: boolean): Promise<File | string | null> {
  for (const item of await navigator.clipboard.read()) {
    const picture = item.types.find((type) => reads && PICTURE.test(type));
    if (picture) return new File([await item.getType(picture)], name, { type: picture });
    if (item.types.includes("text/plain")) return (await item.getType("text/plain")).text();
  }
  return null;
}

/** The clinician's page, as far as it needs no page: codes that were typed wrong, and how large a picture is. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { meant } from "../../src/decisionaid/theme/scripts/incoming/mix-ups.ts";
import { pictureSize } from "../../src/decisionaid/theme/scripts/incoming/picture-size.ts";
import { effort } from "./effort.ts";

interface Case {
  readonly text: string;
  readonly verdict: string;
}

const TOKENS = JSON.parse(readFileSync("tests/golden/records/tokens.json", "utf8")) as Case[];
const TOKEN = TOKENS.find(({ verdict }) => verdict === "typical")?.text ?? "";
const ALIKE: { readonly [sign: string]: string } = { "0": "O", "1": "I", "2": "Z", "5": "S", "6": "G", "8": "B", U: "V" };

function last(text: string): string | undefined {
  return [...meant(text)].at(-1);
}

test("a sound token is meant as it stands, and nothing else is tried", () => {
  assert.deepEqual([...meant(TOKEN)], [TOKEN]);
});

test("each sign that was taken for one like it is put right, and the first one too", () => {
  for (const [at, sign] of [...TOKEN].entries()) {
    const other = ALIKE[sign];
    if (other) assert.equal(last(TOKEN.slice(0, at) + other + TOKEN.slice(at + 1)), TOKEN, `${at}`);
  }
});

test("a sign that looks like no other is not put right", () => {
  const at = TOKEN.indexOf("3");
  assert.notEqual(last(`${TOKEN.slice(0, at)}7${TOKEN.slice(at + 1)}`), TOKEN);
});

test("a token is found behind an address that another keyboard garbled", () => {
  for (const sign of ["#", "£", "\\", "?", ""]) assert.equal(last(`https://a.example/clinician/${sign}${TOKEN}`), TOKEN, sign);
});

test("no text takes long, however long it is", () => {
  for (const text of ["8".repeat(6144), `1${"8".repeat(6143)}`, "1".repeat(600_000), "I".repeat(9000)]) {
    const begin = effort();
    [...meant(text)];
    assert.ok(effort() - begin < 5000, text.slice(0, 9));
  }
});

test("the size of a picture stands in its beginning, whatever its kind", () => {
  const bytes = (text: string, ...more: number[]): Uint8Array => Uint8Array.from([...Array.from(text, (sign) => sign.charCodeAt(0)), ...more]);
  const size = (width: number, height: number) => ({ width, height });
  assert.deepEqual(pictureSize(bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 0, 0, 2, 1, 0, 0, 0, 9)), size(513, 9));
  assert.deepEqual(pictureSize(bytes("GIF89a", 1, 2, 3, 0)), size(513, 3));
  assert.deepEqual(pictureSize(bytes("BM", ...new Array<number>(16).fill(0), 7, 0, 0, 0, 0xff, 0xff, 0xff, 0xff)), size(7, 1));
  assert.deepEqual(pictureSize(bytes("RIFF\0\0\0\0WEBPVP8X", 0, 0, 0, 0, 0, 0, 0, 0, 4, 1, 0, 8, 0, 0)), size(261, 9));
  const jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 9, 9, 0xff, 0xc2, 0, 17, 8, 0, 3, 0, 5];
  assert.deepEqual(pictureSize(Uint8Array.from(jpeg)), size(5, 3));
});

test("what is no picture, or is cut before it says its size, has none", () => {
  const jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 9, 9, 0xff, 0xc2, 0, 17, 8, 0, 3, 0, 5];
  for (let length = 0; length < jpeg.length; length += 1) assert.equal(pictureSize(Uint8Array.from(jpeg.slice(0, length))), null);
  assert.equal(pictureSize(Uint8Array.from("<svg/>", (sign) => sign.charCodeAt(0))), null);
  assert.equal(pictureSize(new Uint8Array(40)), null);
});

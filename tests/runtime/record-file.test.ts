/** A file that somebody chose may be anything; what is no intact record gets one plain reason. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { canonicalJson, recordChecksum } from "../../src/decisionaid/theme/scripts/record/canonical.ts";
import {
  BLOCK_START,
  MAX_FILE_BYTES,
  MAX_RECORD_BYTES,
  recordInFile,
  recordInText,
} from "../../src/decisionaid/theme/scripts/handover/record-file.ts";
import { escaped, fileName, fileText } from "../../src/decisionaid/theme/scripts/handover/save-file.ts";
import { golden, GOLDEN, MUCH_SAID, say, summary } from "./example.ts";

const { record } = golden("much-said");
const PAGE = fileText(summary(MUCH_SAID), record, say("aid"), "ltr");

for (const name of GOLDEN) {
  test(`the record ${name} comes back from the file that holds it, and from bare JSON`, () => {
    const each = golden(name).record;
    const page = fileText(summary(new Map()), each, say("aid"), "rtl");
    for (const text of [page, JSON.stringify(each), `\n ${JSON.stringify(each, null, 2)}\n`]) {
      assert.deepEqual(recordInText(text), { data: each });
    }
  });
}

test("a saved file runs nothing, loads nothing and holds the record once", () => {
  assert.match(PAGE, /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">/);
  assert.equal(PAGE.split("<script").length, 2);
  assert.equal(PAGE.split("</script").length, 2);
  assert.equal(PAGE.split(BLOCK_START).length, 2);
  assert.doesNotMatch(PAGE, /\b(?:src|href|on\w+)=/);
  assert.match(PAGE, /&lt;\/script&gt;&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
});

test("every text in a saved file is escaped", () => {
  assert.equal(escaped(`<a b="c" d='e'>&amp;`), "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;");
});

test("a file is named after the aid and the day", () => {
  assert.equal(fileName("example-condition", "2026-11-21"), "my-answers-example-condition-2026-11-21.html");
});

const sealed = (data: object): string => JSON.stringify({ ...data, crc32: recordChecksum(data) });
const cutAt = PAGE.indexOf(BLOCK_START);

const FAULTS: { [name: string]: [text: string, fault: string] } = {
  "nothing": ["", "not_ours"],
  "words": ["Dear doctor", "not_ours"],
  "another page": ["<!doctype html><title>decisionaid</title>", "not_ours"],
  "an unseen mess": ["\u0000\ufffd\ufffd{", "not_ours"],
  "other JSON": ['{"a":1}', "not_ours"],
  "a list": ["[]", "not_ours"],
  "JSON nested deep": ['{"a":'.repeat(9000), "not_ours"],
  "another format": [sealed({ format: "decisionaid.answers/1" }), "not_ours"],
  "a format that is no text": [sealed({ format: { a: 1 } }), "not_ours"],
  "a format with a zero before": [sealed({ format: "decisionaid.record/01" }), "not_ours"],
  "a format of another kind of number": [sealed({ format: "decisionaid.record/1.5" }), "not_ours"],
  "a newer format": [sealed({ ...record, format: "decisionaid.record/2" }), "newer"],
  "a much newer format": [sealed({ format: "decisionaid.record/77" }), "newer"],
  "cut in the head": [PAGE.slice(0, PAGE.indexOf("<title>")), "damaged"],
  "cut before the record": [PAGE.slice(0, cutAt), "damaged"],
  "cut in the record": [PAGE.slice(0, cutAt + 300), "damaged"],
  "cut in the end of the record": [PAGE.slice(0, PAGE.indexOf("</script>") - 1) + "</script>", "damaged"],
  "bare JSON that is cut": [JSON.stringify(record).slice(0, -2), "damaged"],
  "one letter changed": [PAGE.replace("Not to wait", "Now to wait").replace("Not to wait", "Now to wait"), "damaged"],
  "a value changed": [JSON.stringify({ ...record, rev: 4 }), "damaged"],
  "no checksum": [JSON.stringify({ ...record, crc32: undefined }), "damaged"],
  "a checksum that is no text": [JSON.stringify({ ...record, crc32: 7 }), "damaged"],
  "a checksum in capitals": [JSON.stringify({ ...record, crc32: record.crc32.toUpperCase() }), "damaged"],
  "a format by prototype only": [`{"__proto__":${JSON.stringify(record)}}`, "not_ours"],
  "larger than a record may be": [sealed({ ...record, more: "x".repeat(MAX_RECORD_BYTES) }), "too_large"],
  "larger in bytes than in characters": [sealed({ ...record, more: "鍵".repeat(MAX_RECORD_BYTES / 3) }), "too_large"],
  "a page with a record that is too large": [`${BLOCK_START}${" ".repeat(MAX_RECORD_BYTES + 1)}</script>`, "too_large"],
};

for (const [name, [text, fault]] of Object.entries(FAULTS)) {
  test(`${name}: ${fault}`, () => {
    assert.deepEqual(recordInText(text), { fault });
  });
}

test("a record nested as deep as its size allows does not overflow anything", () => {
  const deep = `{"format":"decisionaid.record/1","a":${"[".repeat(30_000)}${"]".repeat(30_000)},"crc32":"00000000"}`;
  assert.deepEqual(recordInText(deep), { fault: "damaged" });
});

test("a file that is too large is not even read", async () => {
  const unread = {
    size: MAX_FILE_BYTES + 1,
    text: () => assert.fail("it was read"),
  };
  assert.deepEqual(await recordInFile(unread as unknown as Blob), { fault: "too_large" });
  assert.deepEqual(await recordInFile(new Blob([PAGE])), { data: record });
});

test("the checksum does not depend on the order of names", () => {
  const turned = Object.fromEntries(Object.entries(record).reverse());
  assert.notEqual(JSON.stringify(turned), JSON.stringify(record));
  assert.equal(canonicalJson(turned), canonicalJson(record));
  assert.deepEqual(recordInText(JSON.stringify(turned)), { data: record });
});

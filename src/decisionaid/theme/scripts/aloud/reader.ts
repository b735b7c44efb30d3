/** Speaks sentences one after another, with a voice of the device alone. */
import { voicesFor } from "../page/voices.ts";
import { isOpen, type Sentence } from "./step.ts";

/** Rests between sentences, in milliseconds; our own choice. */
const BETWEEN_BLOCKS_MS = 250;
const AT_HEADINGS_MS = 600;
/** A voice that has not begun by then will not. */
const LATE_MS = 10_000;

export type Ended = "ended" | "failed" | "blocked" | "gone";

interface Listener {
  /** This sentence is being read now. */
  reads(sentence: Sentence, index: number): void;
  /** Nothing is read any more, and why; the place is kept. */
  ended(why: Ended): void;
}

export class Reader {
  rate = 1;
  readonly sentences: readonly Sentence[];
  private readonly listener: Listener;
  private index = 0;
  /** What is spoken now; held, since some browsers let go of it in the middle. */
  private utterance: SpeechSynthesisUtterance | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(sentences: readonly Sentence[], listener: Listener) {
    this.sentences = sentences;
    this.listener = listener;
  }

  /** Read on from the sentence that it stands at, from its beginning. */
  go(): void {
    this.speak(this.index, 1);
  }

  /** Fall silent; the place is kept. On some phones the browser's own pause loses it. */
  rest(): void {
    clearTimeout(this.timer);
    this.utterance = null;
    window.speechSynthesis.cancel();
  }

  /** Something was folded or opened: if that hid what is read now, read on behind it. */
  heed(): void {
    const now = this.sentences[this.index];
    if (this.utterance && now && !isOpen(now.place)) this.go();
  }

  /** Read the sentence before or the next one; at an end, the same again. */
  move(by: 1 | -1): void {
    const next = this.openFrom(this.index + by, by);
    this.speak(next < 0 || next >= this.sentences.length ? this.index : next, 1);
  }

  private speak(from: number, by: 1 | -1): void {
    this.rest();
    // What was folded since is not read.
    const index = this.openFrom(from, by);
    const sentence = this.sentences[index];
    if (!sentence) {
      this.index = 0;
      return this.listener.ended("ended");
    }
    this.index = index;
    const voice = voiceFor(sentence.language);
    if (!voice) return this.listener.ended("gone");
    const utterance = new SpeechSynthesisUtterance(sentence.text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = this.rate;
    // What comes of one that was left is of no interest.
    const ifNow = (then: () => void) => () => {
      if (this.utterance === utterance) then();
    };
    utterance.onstart = ifNow(() => clearTimeout(this.timer));
    utterance.onend = ifNow(() => this.after(sentence, index + 1));
    utterance.onerror = ({ error }) => ifNow(() => this.fail(error === "not-allowed" ? "blocked" : "failed"))();
    this.utterance = utterance;
    this.timer = setTimeout(ifNow(() => this.fail("failed")), LATE_MS);
    this.listener.reads(sentence, index);
    window.speechSynthesis.speak(utterance);
  }

  private after(sentence: Sentence, index: number): void {
    this.rest();
    const next = this.sentences[index];
    const isHeading = sentence.isHeading || next?.isHeading;
    this.timer = setTimeout(() => this.speak(index, 1), !next?.begins ? 0 : isHeading ? AT_HEADINGS_MS : BETWEEN_BLOCKS_MS);
  }

  private fail(why: Ended): void {
    this.rest();
    this.listener.ended(why);
  }

  private openFrom(from: number, by: 1 | -1): number {
    let index = from;
    for (let each = this.sentences[index]; each && !isOpen(each.place); each = this.sentences[index]) index += by;
    return index;
  }
}

/** A voice of the device, of the same country if there is one; for words in another language that it has no voice for, the page's. */
function voiceFor(language: string): SpeechSynthesisVoice | undefined {
  const own = voicesFor(language);
  const voices = own.length > 0 ? own : voicesFor(document.documentElement.lang);
  return voices.find(({ lang }) => lang.replace("_", "-").toLowerCase() === language.toLowerCase()) ?? voices.find((each) => each.default) ?? voices[0];
}

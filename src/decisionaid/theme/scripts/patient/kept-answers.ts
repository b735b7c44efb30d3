/** The answers of an aid page as keeping sees them: in words, to compare, and what an earlier text was answered. */
import { dayInWords } from "../handover/day.ts";
import { messagesOf } from "../handover/messages.ts";
import type { FromKeeping, Keeping, KeepingHost } from "../keeping/from-keeping.ts";
import type { Entry, Said } from "../keeping/entry.ts";
import { all, make, one } from "../page/dom.ts";
import { offerOnce } from "../page/downloads.ts";
import type { Answers } from "../record/answers.ts";
import { field, parsed } from "../record/field.ts";
import { answered } from "../record/text.ts";
import { today } from "../record/today.ts";
import { sayBefore } from "./answered-before.ts";
import { Earlier, isSame } from "./earlier.ts";
import type { KeepHost } from "./from-keep.ts";
import { named } from "./form.ts";
import { HELPER, ROLE } from "./helper.ts";
import { answerWords } from "./in-words.ts";
import { entryOf, ownCopyName, ownCopyText } from "./own-copy.ts";
import { inWords } from "./said-words.ts";
import { worthOf } from "./session.ts";

/** Characters of a state that are read; as many as the page itself reads. */
const MOST = 65_536;

export function keepAnswers(begin: FromKeeping, host: KeepHost): Keeping {
  const { context } = host;
  const { form } = context;
  const earlier = new Earlier();

  const words = answerWords(context);
  const say = messagesOf<"keep">(host.words);
  /** The answers of an entry that this page can hold. */
  const held = (entry: Entry): Answers => host.decode(entry.state, context.page, []).state.answers;
  const differing = (entry: Entry): ReturnType<typeof words.differing> => words.differing(context.state.answers, answersIn(entry.state), entry.said);
  const tell = (said: readonly Said[]): void => {
    if (said.length === 0) return;
    // The page has said that the aid changed, and which questions: here it is said with what was answered.
    for (const told of all(".message", form)) if (told.textContent?.startsWith(context.say("kept.changed"))) told.remove();
    keeping.note("earlier", said.map((each) => {
      const words = answered(each.question, each.answer);
      const place = questionOf(form, each.name);
      return place ? make("a", { href: `#${place.id}` }, words) : words;
    }));
    sayBefore(form, said, (answer) => say("earlier.line", { answer }));
  };

  const easy = one<HTMLInputElement>("[name=easy]", form);
  /** Which wording is read is no answer, and stands beside them: a page that is opened again says it in the same words. */
  const text = (): string => (host.text() ?? "").replace(/}$/, easy?.checked ? ',"easy":true}' : "}");
  const take = (state: string): void => {
    host.take(state);
    if (!easy || easy.checked || field(parsed(state, MOST), "easy") !== true) return;
    easy.checked = true;
    easy.dispatchEvent(new Event("change"));
  };

  const said = (): Said[] => [...earlier.open(context.state.answers), ...inWords(words, context.state.answers)];

  const keepingHost: KeepingHost = {
    of: context.page.aid.id,
    version: context.page.aid.version,
    words: host.words,
    root: form,
    comesBack: true,
    worth: (state) => worthOf(state, context.page.aid.id),
    wayOut: (label) => make("a", { href: "#summary" }, label),
    save(entry) {
      const { aid } = context.page;
      const [day, title] = [today(), say("file.title", { title: aid.title })];
      const about = [say("file.about", { date: dayInWords(say, day) }), say("file.use")];
      // Of two one is of now, and one of then.
      const name = ownCopyName(aid.id, entry ? `${day}-kept` : day);
      offerOnce(name, ownCopyText(entry ?? entryOf(context, text(), said()), context, title, about));
      // All of it stands in a file now, as after any other way to save it.
      if (!entry) host.take(JSON.stringify({ ...(parsed(host.text() ?? "", MOST) as object | null), handed: true }));
      return say("file.saved", { name });
    },
    canKeep: () => true,
    waiting: () => "",
    text,
    essence,
    said,
    take(entry) {
      take(entry.state);
      earlier.clear();
      tell(earlier.carry(entry, answersIn(entry.state), held(entry)));
    },
    carry(entry) {
      tell(earlier.carry(entry, answersIn(entry.state), held(entry)));
    },
    holds(entry) {
      const can = held(entry);
      return [...answersIn(entry.state)].every(([name, values]) => isSame(can.get(name), values));
    },
    before(entry) {
      const kept = answersIn(entry.state);
      const isGrown = (name: string): boolean => context.page.fields.get(name)?.kind === "text" && hasMore(context.state.answers.get(name), kept.get(name));
      return differing(entry)
        .filter(({ name }) => !isGrown(name))
        .flatMap(({ question: asked, here }) => (here ? [{ question: asked, answer: here }] : []));
    },
    cleared(kept) {
      const theirs = answersIn(kept ?? "");
      const own = [...context.state.answers].filter(([name, values]) => kept !== null && !isSame(theirs.get(name), values));
      const rest = JSON.stringify({ ...(parsed(text(), MOST) as object | null), answers: Object.fromEntries(own), saved: null });
      earlier.clear();
      host.cleared();
      if (own.length > 0) take(rest);
      return own.length > 0;
    },
    stands: () => host.stands(),
    differences: differing,
    // A tab in which nothing was said yet is nobody's: whose the answers are, is asked.
    isOther: ({ state }) => context.state.answers.size > 0 && answersIn(state).size > 0 && areHelpers(answersIn(state)) !== areHelpers(context.state.answers),
    isHelpers: ({ state }) => areHelpers(answersIn(state)),
  };
  const keeping = begin(keepingHost);
  easy?.addEventListener("change", () => keeping.changed());
  return keeping;
}

/** The answers of a state that is not trusted, as far as they can be read. */
function answersIn(text: string): Answers {
  const answers = field(parsed(text, MOST), "answers");
  const entries = answers !== null && typeof answers === "object" && !Array.isArray(answers) ? Object.entries(answers) : [];
  return new Map(entries.flatMap(([name, values]: [string, unknown]) => (isTexts(values) ? [[name, values] as const] : [])));
}

/** Where the page asks it now, with a name to lead there; null: it does not. */
function questionOf(form: HTMLFormElement, name: string): HTMLElement | null {
  const place = named(form, name)[0]?.closest("fieldset") ?? null;
  // Names are made of ids and dots.
  if (place) place.id ||= `asked-${name.replaceAll(".", "-")}`;
  return place;
}

/** Whether a helper says what they think themselves. */
function areHelpers(answers: Answers): boolean {
  return isSame(answers.get(ROLE), HELPER);
}

/** Whether words are there still, with more behind them: nothing of them went. */
function hasMore(words: readonly string[] | undefined, more: readonly string[] | undefined): boolean {
  return words?.[0] !== undefined && more?.[0]?.startsWith(words[0]) === true;
}

function isTexts(values: unknown): values is string[] {
  return Array.isArray(values) && values.every((value) => typeof value === "string");
}

/** What of a state must not be lost: the answers, and what is not shared. Empty where there is neither. */
export function essence(text: string): string {
  const answers = [...answersIn(text)].sort(([one], [other]) => (one < other ? -1 : 1));
  const back = field(parsed(text, MOST), "kept_back");
  const parts = Array.isArray(back) ? back.map(String).sort() : [];
  return answers.length + parts.length === 0 ? "" : JSON.stringify([answers, parts]);
}

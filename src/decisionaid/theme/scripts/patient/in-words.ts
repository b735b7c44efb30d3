/** Answers in the words of the page, and how two sets of them differ. */
import type { Said } from "../keeping/entry.ts";
import { all, textOf } from "../page/dom.ts";
import type { Difference } from "../page/two-states.ts";
import type { Answers } from "../record/answers.ts";
import type { Context } from "./context.ts";
import { isSame } from "./earlier.ts";
import { formWords, idOf, labelText, named } from "./form.ts";
import { itemText } from "./page-words.ts";

export interface AnswerWords {
  question(name: string): string;
  answer(name: string, values: readonly string[]): string;
  /** Words of an answer, as what somebody said where they would else be read as a fact. */
  asSaid(name: string, answer: string): string;
  /** What is not the same, in the order of the page; `then`: the words that `there` was said in. */
  differing(here: Answers, there: Answers, then?: readonly Said[]): (Difference & { readonly name: string })[];
}

export function answerWords(context: Context): AnswerWords {
  const { form } = context;
  const words = formWords(form);
  const question = (name: string): string => {
    const [control] = named(form, name);
    const asked = words.question(name) || labelText(control);
    const title = textOf(control?.closest("fieldset")?.querySelector("legend :is(h2, h3, h4)"));
    // Its title and its words are two lines on the page.
    return title && asked.startsWith(`${title} `) ? `${title}: ${asked.slice(title.length + 1)}` : asked;
  };
  const itemOf = (name: string) => (id: string): string => {
    const items = all("[data-item]", named(form, name)[0]?.closest("fieldset") ?? form);
    const found = items.find((item) => idOf(item) === id);
    return found ? itemText(found) : id;
  };
  const isRating = (name: string): boolean => named(form, name)[0]?.closest(".scale-importance") != null;
  const asSaid = (name: string, words: string): string =>
    words && name.startsWith("knowledge.") ? context.say("summary.thought", { statement: "", answer: words }).trim() : words;
  const answer = (name: string, values: readonly string[]): string => asSaid(name, values
      .map((value) => {
        const kind = context.page.fields.get(name)?.kind;
        if (kind === "text") return value;
        // A number by itself does not say of what it is one.
        if (isRating(name) && /^\d+$/.test(value)) return context.say("side.own_rated", { n: Number(value) });
        return kind === "order" ? value.split(",").map(itemOf(name)).join(" – ") : words.answer(name, value) || value;
      })
      .join("; "));
  return {
    question,
    answer,
    asSaid,
    differing(here, there, then = []) {
      const before = new Map(then.map((each) => [each.name, each]));
      const said = new Set([...here.keys(), ...there.keys()]);
      const asked = [...context.page.fields.keys()].filter((name) => said.has(name));
      const names = [...new Set([...asked, ...said])];
      return names.flatMap((name) => {
        const [ours, theirs] = [here.get(name), there.get(name)];
        if (isSame(ours, theirs)) return [];
        return [{
          name,
          question: question(name) || (before.get(name)?.question ?? name),
          here: ours ? answer(name, ours) : "",
          // In the words of then: they may have changed since.
          there: theirs ? (before.get(name)?.answer ?? answer(name, theirs)) : "",
        }];
      });
    },
  };
}

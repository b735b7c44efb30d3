/**
 * A request to somebody else as text: at most 900 signs of ASCII, the same bytes as `plan/request_text.py`.
 *
 * Where it is too long all words get shorter, and its last lines say so and how many entries are missing.
 */
import type { Action, Asked, ListedService, Need, Plan, Said } from "../../generated/plan.ts";
import lines from "../../schema/plan-lines.json";
import texts from "../../schema/plan-text.json";
import record from "../../schema/record-text.json";
import { ascii, cut, quoted } from "../handover/ascii.ts";
import { readable } from "./readable.ts";
import { marked } from "../record/made-up.ts";
import { fill } from "../record/text.ts";
import { inSentence } from "./asked-words.ts";
import { dayInWords, Phrases } from "./phrases.ts";
import { askedIn, requestOf, toldWith, type NoRequest } from "./requests.ts";
import { saidNow } from "./current.ts";
import { ownVoices } from "./visits.ts";
import { isInDoubt } from "./written.ts";

const words = texts.request;
type Limits = (typeof words.limits)[number];

/** The text on lines of its own, or why there is none. */
export function requestText(plan: Plan, id: string): { text: string } | { reason: NoRequest } {
  const action = askedIn(plan, id);
  if (typeof action === "string") return { reason: action };
  let text = "";
  for (const [step, limits] of words.limits.entries()) {
    text = new Text(plan, action, limits, step > 0).whole();
    if (text.length <= words.most) break;
  }
  return { text };
}

/** The text of a request within some limits. */
class Text {
  private readonly plan: Plan;
  private readonly action: Action;
  private readonly limits: Limits;
  private readonly isCut: boolean;
  private readonly phrases: Phrases;

  constructor(plan: Plan, action: Action, limits: Limits, isCut: boolean) {
    this.plan = plan;
    this.action = action;
    this.limits = limits;
    this.isCut = isCut;
    this.phrases = new Phrases(plan);
  }

  whole(): string {
    const { help = "", said, service } = this.action;
    const asked = requestOf(this.action);
    if (asked === null) throw new Error("no request");
    const all = [
      this.head(asked),
      isInDoubt(this.plan) ? texts.altered : "",
      fill(words.ask, { words: this.own(said.words), by: this.suggested() }),
      words.consent,
      this.line("reason", this.said(asked.reason)),
      this.line("contact", this.contact(asked)),
      this.line("help", help ? this.own(help) : ""),
      this.line("service", this.service(service)),
      ...this.shared(),
      words.kept_back,
      this.isCut ? fill(words.shortened, { mark: record.mark }) : "",
    ];
    return all.filter(Boolean).join("\n");
  }

  private head({ to }: Asked): string {
    const { id, rev = 1, visits = [] } = this.plan;
    const day = visits.find((visit) => visit.id === this.action.said.visit)?.on ?? "";
    return marked(this.plan, fill(words.head, { to: inSentence(cut(readable(to), this.limits.names)), day: dayInWords(day), id: id.slice(0, 8), n: rev }));
  }

  private contact({ contact_me_by: by = "", may_share: may = [] }: Asked): string {
    if (!may.includes("contact")) return "";
    const me = this.plan.people.find(({ role }) => role === "me");
    return [this.name(by), this.name(me?.contact ?? "")].filter(Boolean).join(", ");
  }

  /** What may go with it, and nothing else. */
  private shared(): string[] {
    const { about, goals, needs } = toldWith(this.plan, this.action);
    return [
      ...goals.map((each) => this.line("goal", this.said(each.said))),
      ...this.few(about.flatMap(({ heading, said }) =>
        saidNow(this.plan, said).map((each) => fill(words.about_me, { heading: lines.headings[heading], words: this.said(each) })),
      )),
      ...this.few(needs.map((each) => this.line("needs", this.need(each)))),
    ];
  }

  /** What is hard; in quotes stands what somebody said of it, and nothing else. */
  private need({ about, first = false, said }: Need): string {
    const own = this.said(said);
    return fill(lines.need, { about: lines.needs[about], first: first ? lines.need_first : "", words: own ? fill(lines.need_words, { words: own }) : "", on: "" });
  }

  private service(service: ListedService | null | undefined): string {
    return service ? this.name(this.phrases.service({ ...service, name: readable(service.name) })) : "";
  }

  private few(all: readonly string[]): string[] {
    const { entries } = this.limits;
    const more = all.length - entries;
    return [...all.slice(0, entries), ...(more > 0 ? [fill(words.more, { n: more })] : [])];
  }

  private line(name: "reason" | "contact" | "help" | "service" | "goal" | "needs", text: string): string {
    return text ? fill(words[name], { words: text }) : "";
  }

  private suggested(): string {
    const { mine, said } = this.action;
    return mine === "accepted" ? fill(texts.accepted, { who: this.who(said.by) }) : "";
  }

  private said(said: Said | null | undefined): string {
    if (!said) return "";
    const own = this.own(said.words);
    return ownVoices(this.plan).has(said.by) ? own : own + fill(texts.said_by, { who: this.who(said.by) });
  }

  /** What somebody is to the person, in words of which something is left in ASCII. */
  private who(id: string): string {
    const { job = "", role } = this.phrases.person(id);
    return this.name(job) || lines.roles[role];
  }

  private own(text: string): string {
    return quoted(readable(text), this.limits.own);
  }

  private name(text: string): string {
    return cut(ascii(text), this.limits.names);
  }
}

/**
 * A plan as a FHIR R4 document, the same bytes as `plan/fhir.py` writes: base resources, and no profile claimed.
 *
 * It says what was said and agreed, and orders nothing: a request is a draft and a proposal, and is in it only with
 * the person's yes. What nobody was asked about is not in it.
 */
import type { Person, Plan, Visit } from "../../generated/plan.ts";
import tables from "../../schema/plan-fhir.json";
import { documentOf, narrative, oneLine, URIS, urn, uuidOf } from "../handover/fhir-parts.ts";
import { canonicalJson } from "../record/canonical.ts";
import { marked } from "../record/made-up.ts";
import { fill } from "../record/text.ts";
import { Doing, type Resource, type Standing } from "./fhir-doing.ts";
import { Lines, type LineName } from "./lines.ts";
import { relationOf, roleOf } from "./phrases.ts";
import { stageOf } from "./standing.ts";
import { professionals } from "./taken.ts";
import { visitHeld, visitsInOrder } from "./visits.ts";

/** The document as canonical JSON. */
export function planFhirText(plan: Plan): string {
  return canonicalJson(planBundle(plan));
}

/** A document Bundle: Composition, people, CareTeam, Goals, requests, CarePlan, Provenance. */
export function planBundle(plan: Plan): object {
  return new Document(plan).whole();
}

class Document {
  private readonly plan: Plan;
  private readonly lines: Lines;
  private readonly me: string;
  private readonly standing: Standing;

  constructor(plan: Plan) {
    this.plan = plan;
    this.lines = new Lines(plan);
    this.me = plan.people.find(({ role }) => role === "me")?.id ?? "";
    this.standing = tables.agreed.includes(stageOf(plan)) ? "agreed" : "proposed";
  }

  whole(): object {
    const { people } = this.plan;
    const doing = new Doing(this.lines, this.standing, this.me, (id) => this.who(id));
    const goals = doing.goals();
    const carePlan = { ...doing.carePlan(), ...this.authors() };
    return documentOf(this.plan, this.plan.updated, [
      this.composition(goals, carePlan.id),
      ...people.map((person) => this.person(person)),
      this.team(),
      ...goals,
      ...doing.requests(),
      carePlan,
      ...visitsInOrder(this.plan).map((visit) => this.provenance(visit, carePlan.id)),
    ]);
  }

  /** A reference to somebody. */
  private who(id: string): object {
    return { reference: urn(uuidOf(this.plan, `person/${id}`)), display: this.lines.who(id) };
  }

  private typedBy(): object {
    return this.who(visitHeld(this.plan)?.typed_by ?? this.me);
  }

  private authors(): object {
    const there = new Set((this.plan.visits ?? []).flatMap((visit) => visit.there));
    const contributor = this.plan.people.filter(({ id }) => there.has(id)).map(({ id }) => this.who(id));
    return { author: this.typedBy(), ...(contributor.length > 0 ? { contributor } : {}) };
  }

  private composition(goals: readonly Resource[], carePlan: string): Resource {
    const id = uuidOf(this.plan, "Composition");
    const entries: { readonly [kind: string]: readonly string[] } = { CarePlan: [carePlan], Goal: goals.map((goal) => goal.id) };
    const section = tables.sections.flatMap(({ entry = "", lines, title }) => {
      const said = this.lines.part(lines as LineName);
      const points = entries[entry] ?? [];
      const made = {
        title,
        ...(said.length > 0 ? { text: narrative(said) } : {}),
        ...(points.length > 0 ? { entry: points.map((each) => ({ reference: urn(each) })) } : {}),
      };
      return said.length + points.length > 0 ? [made] : [];
    });
    return {
      resourceType: "Composition",
      id,
      identifier: { system: URIS, value: urn(id) },
      status: tables.composition[this.standing],
      type: { text: tables.title },
      subject: this.who(this.me),
      date: this.plan.updated,
      author: [this.typedBy()],
      title: marked(this.plan, tables.title),
      section,
    };
  }

  private person(person: Person): Resource {
    const resourceType = professionals(this.plan).has(person.id) ? "Practitioner" : tables.types[person.role];
    const [name, contact] = [oneLine(person.name ?? ""), oneLine(person.contact ?? "")];
    return {
      resourceType,
      id: uuidOf(this.plan, `person/${person.id}`),
      ...(resourceType === "RelatedPerson" ? { patient: this.who(this.me), relationship: [{ text: relationOf(person) }] } : {}),
      ...(name ? { name: [{ text: name }] } : {}),
      ...(contact ? { telecom: [{ system: "other", value: contact }] } : {}),
    };
  }

  private team(): Resource {
    return {
      resourceType: "CareTeam",
      id: uuidOf(this.plan, "CareTeam"),
      status: tables.care_team[this.standing],
      subject: this.who(this.me),
      participant: this.plan.people.map((person) => ({ role: [{ text: roleOf(person) }], member: this.who(person.id) })),
    };
  }

  private provenance(visit: Visit, carePlan: string): Resource {
    const entity = this.records(visit).map((what) => ({ role: "source", what }));
    return {
      resourceType: "Provenance",
      id: uuidOf(this.plan, `Provenance/${visit.id}`),
      target: [{ reference: urn(carePlan) }],
      occurredDateTime: visit.on,
      recorded: this.plan.updated,
      activity: { text: tables.visit_kinds[visit.kind] },
      agent: [
        { type: { text: tables.enterer }, who: this.who(visit.typed_by) },
        ...visit.there.map((each) => ({ type: { text: tables.author }, who: this.who(each) })),
      ],
      ...(entity.length > 0 ? { entity } : {}),
    };
  }

  /** The records behind what was decided at a visit. */
  private records({ id }: Visit): object[] {
    return (this.plan.decisions ?? []).flatMap(({ aid, became = [], record }) => {
      if (!record || !became.some(({ visit }) => visit === id)) return [];
      const display = aid ? { display: fill(tables.record, { title: oneLine(aid.title), version: oneLine(aid.version) }) } : {};
      return [{ identifier: { system: tables.records, value: record }, ...display }];
    });
  }
}

import { chapters, findQuestion, GROUPS, isAsked, PLAN, pathOf, type AnswerPath, type Answers, type ChapterId, type ListedKind, type Question, type SubjectKind } from "../engine/index.ts";
import { sectionSlug } from "../lib/routes.ts";

type PageKinds = readonly [SubjectKind] | readonly [ListedKind, "plan"] | readonly ["plan", ListedKind];

/** One page of question cards. A page holds whole subject kinds of a chapter, so a new question finds its page by itself. */
export interface AskPage {
  readonly chapter: ChapterId;
  /** Second part of the page's address; unique within the chapter. */
  readonly section: string;
  readonly title: string;
  readonly lead: string;
  /** Subject kinds whose questions stand here, in this order; one kind of subjects at most, since a page shows one subject at a time. */
  readonly kinds: PageKinds;
  /** Set where subjects are added and removed: the page then starts with their list. */
  readonly manages?: ListedKind;
}

/** One entry of the rail: a chapter, or two that are argued about in one meeting. */
export interface RailEntry {
  readonly title: string;
  readonly pages: readonly AskPage[];
}

const page = (chapter: ChapterId, section: string, title: string, lead: string, kinds: PageKinds, manages?: AskPage["manages"]): AskPage => ({
  chapter,
  section,
  title,
  lead,
  kinds,
  ...(manages ? { manages } : {}),
});

/** A chapter that is one page under its own title. */
function whole(id: ChapterId, kinds: PageKinds): RailEntry {
  const chapter = chapters.find((candidate) => candidate.id === id);
  return { title: chapter?.title ?? id, pages: [page(id, "all", chapter?.title ?? id, chapter?.intro ?? "", kinds)] };
}

/** The rail of the Questions half, top to bottom. */
export const rail: readonly RailEntry[] = [
  whole("project", ["plan"]),
  {
    title: "Infrastructure",
    pages: [
      page("infrastructure", "places", "Places", "A data centre or cloud region with networks of its own.", ["place"], "place"),
      page("infrastructure", "clusters", "Master and Seeds", "The clusters that carry the platform and the control planes of user clusters.", ["cluster"], "cluster"),
      page("infrastructure", "datacenters", "Datacenters", "Where the workers of user clusters live, and how many there will be.", ["datacenter"], "datacenter"),
      page("infrastructure", "sizing", "Tenants and sizing", "Who shares the platform, how large its user clusters are, and with which figures it is sized.", ["plan"]),
    ],
  },
  {
    title: "Network and load balancer",
    pages: [
      page("network", "places", "Places and networks", "What each place has: networks, DHCP, name and time servers, the way to the internet.", ["place"]),
      page("network", "workers", "Worker networks", "Where workers stand, and how they reach their Seed.", ["datacenter"]),
      page("network", "seeds", "Seeds elsewhere", "How a Seed at another place than the master reaches it, and finds the platform's names.", ["cluster"]),
      page("loadBalancer", "clusters", "Load balancer", "How traffic from people and workers enters the clusters.", ["plan", "cluster"]),
      page("loadBalancer", "workloads", "Workloads of user clusters", "Addresses for what people run in their own clusters.", ["datacenter"]),
      page("network", "clusters", "Cluster networks", "Ranges that exist inside clusters only, and may overlap nothing they must reach.", ["plan"]),
    ],
  },
  whole("dns", ["plan", "cluster"]),
  whole("certificates", ["plan", "cluster"]),
  whole("authentication", ["plan", "cluster"]),
  {
    title: "Storage and backup",
    pages: [
      page("storage", "all", "Storage and backup", "Which classes hold etcd and monitoring, and where backups go.", ["cluster"]),
      page("storage", "schedule", "Schedules and further backups", "How often, how long, and what else is saved.", ["plan"]),
    ],
  },
  whole("monitoring", ["plan", "cluster"]),
  whole("access", ["plan", "place"]),
];

/** All pages in reading order. */
export const askPages: readonly AskPage[] = rail.flatMap(({ pages }) => pages);

/**
 * The page of a chapter and section. A section may be the page's own or that of a question on it; the chapter's first
 * page stands for an unknown section, the first of all for an unknown chapter.
 */
export function askPage(chapter: string | undefined, section?: string): AskPage {
  const ofChapter = askPages.filter((candidate) => candidate.chapter === chapter);
  const holds = (candidate: AskPage) => questionsOn(candidate).some((question) => sectionSlug(question.section) === section);
  const found = ofChapter.find((candidate) => candidate.section === section) ?? ofChapter.find(holds) ?? ofChapter[0] ?? askPages[0];
  if (!found) throw new Error("The rail has no page");
  return found;
}

/** The page on which a question stands. */
export function pageOf(question: Question<unknown>): AskPage {
  const found = askPages.find(({ chapter, kinds }) => chapter === question.chapter && kinds.includes(question.subject));
  return found ?? askPage(question.chapter);
}

/** All questions of a page, by kind in the page's order, each kind in the order of its records. */
export function questionsOn({ chapter, kinds }: AskPage): readonly Question<unknown>[] {
  const entry = chapters.find(({ id }) => id === chapter);
  return entry ? kinds.flatMap((kind) => entry.questions[kind]) : [];
}

/** Whether a page asks nothing about a subject with these answers; a page with a list of subjects always has that. */
export function asksNothing(page: AskPage, subject: string | undefined, answers: Answers): boolean {
  if (page.manages !== undefined) return false;
  return questionsOn(page).every((question) => {
    const of = question.subject === "plan" ? PLAN : subject;
    // Without a subject the page says how to get one.
    return of !== undefined && !isAsked(question, answers, of) && !Object.hasOwn(answers.given, pathOf(question, of));
  });
}

/** A question and the subject it is asked for. */
export interface Asked {
  readonly question: Question<unknown>;
  readonly subject: string;
  readonly path: AnswerPath;
}

/** Question and subject of an answer's path, or undefined for a path that no question has. */
export function askedAt(path: AnswerPath): Asked | undefined {
  const [chapter, group, subject, ...key] = path.split(".");
  const listed = key.length > 0 && (Object.values(GROUPS) as string[]).includes(group ?? "");
  const question = findQuestion(listed ? `${chapter}.${group}.${key.join(".")}` : path);
  return question && { question, subject: listed ? (subject ?? PLAN) : PLAN, path };
}

export { QuestionsPage } from "./questions-page.tsx";
export { QuestionsRail } from "./questions-rail.tsx";

export { DiagramPage } from "./diagram-page.tsx";
export { SmallDiagram } from "./small-diagram.tsx";

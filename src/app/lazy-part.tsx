import { lazy, type ComponentType } from "react";
import { loadStylesAgain } from "../plan-ui/part-loading.ts";

/** Parts whose code did not arrive; each with the way to begin anew. */
const failed = new Set<() => void>();

/** Lets every part that did not load try again when it is drawn next. */
export function tryPartsAgain(): void {
  failed.forEach((again) => again());
  failed.clear();
}

/** A part of the app whose code comes when it is first drawn. React would remember a failure for as long as the page lives. */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const begin = (before: () => Promise<void>) =>
    lazy(async () => {
      try {
        await before();
        return { default: await load() };
      } catch (error) {
        failed.add(() => {
          current = begin(() => (error instanceof Error ? loadStylesAgain(error) : Promise.resolve()));
        });
        throw error;
      }
    }) as unknown as ComponentType<Props>;
  let current = begin(() => Promise.resolve());
  return function Part(props: Props) {
    const Current = current;
    return <Current {...props} />;
  };
}

import { flatcarUpdates } from "../facts/external-hosts.ts";
import { flatcarFrom } from "../facts/operating-systems.ts";
import type { OperatingSystem } from "./operating-system.ts";

export const flatcar = { id: "flatcar", title: "Flatcar", inKkp: "flatcar", withKubeOne: true, githubImage: "flatcar", updates: flatcarUpdates, tooNewFrom: flatcarFrom } as const satisfies OperatingSystem;

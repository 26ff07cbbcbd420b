export { WhatFollows } from "./what-follows.tsx";

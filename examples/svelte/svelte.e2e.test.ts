import { behavesAsPromised, describeExample } from '../testing/describe-example.ts';

describeExample('The Svelte example', ['svelte'], behavesAsPromised);

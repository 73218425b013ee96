import { behavesAsPromised, describeExample, worksWithTrustedTypes } from '../testing/describe-example.ts';

describeExample('The Svelte example', ['svelte'], (example) => {
  behavesAsPromised(example);
  worksWithTrustedTypes(example, 'avowal svelte-trusted-html');
});

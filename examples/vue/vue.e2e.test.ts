import { behavesAsPromised, describeExample, worksWithTrustedTypes } from '../testing/describe-example.ts';

describeExample('The Vue example, as it is published', ['vue'], (example) => {
  behavesAsPromised(example);
  worksWithTrustedTypes(example, 'avowal vue');
});

// A development build says what differs between the server's HTML and the browser's first picture of it.
describeExample('The Vue example, in development', ['vue', 'development'], behavesAsPromised);

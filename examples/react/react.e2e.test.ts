import { behavesAsPromised, describeExample, worksWithTrustedTypes } from '../testing/describe-example.ts';

describeExample('The React example, as it is published', ['react'], (example) => {
  behavesAsPromised(example);
  worksWithTrustedTypes(example, 'avowal');
});

// A development build says what differs between the server's HTML and the browser's first picture of it.
// React mounts everything twice in it.
describeExample('The React example, in development', ['react', 'development'], behavesAsPromised);

import { behavesAsPromised, describeExample } from '../testing/describe-example.ts';

describeExample('The Vue example, as it is published', ['vue'], behavesAsPromised);

// A development build says what differs between the server's HTML and the browser's first picture of it.
describeExample('The Vue example, in development', ['vue', 'development'], behavesAsPromised);

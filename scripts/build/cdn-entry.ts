// What dist/cdn/rfm-kit.js is: every element registered, and the package's exports for pages that script it.
import '../../src/define';

export * from '../../src/index';

/** Files other than code which the bundler takes in. */
declare module "*.css";

// Starts the language host out of its bundle: an engine starts it twice for each preview.
require("../../tools/bundles/load.cjs").load("local/engine/main.mjs");

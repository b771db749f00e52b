const { join } = require("node:path");
const CopyWebpackPlugin = require("copy-webpack-plugin");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const MiniCssExtractPlugin = require("mini-css-extract-plugin");

/** One file made by the build itself, such as `functions.json`. */
class EmittedFiles {
  constructor(files) {
    this.files = files;
  }
  apply(compiler) {
    const { RawSource } = compiler.webpack.sources;
    compiler.hooks.thisCompilation.tap("EmittedFiles", (compilation) => {
      compilation.hooks.processAssets.tap("EmittedFiles", () => {
        for (const [name, text] of Object.entries(this.files))
          compilation.emitAsset(name, new RawSource(text));
      });
    });
  }
}

/**
 * The add-in's production build. One page, `taskpane.html`, is the shared runtime: `functions.js` registers the
 * custom functions at once (the manifest names it, hence no hash in its name but in its query), and the pane comes
 * by `import()` when it is first seen.
 * @param {{ emitted: Readonly<Record<string, string>>, outputPath?: string }} options
 *   emitted: file name → text of the files generated from the code (functions.json, functions.en.json).
 */
module.exports = ({ emitted, outputPath = join(__dirname, "dist", "addin") }) => ({
  mode: "production",
  context: __dirname,
  // The pane first: where office.js is missing, it says so before the functions fail to register.
  entry: {
    functions: ["./src/taskpane/entry.tsx", "./src/functions/entry.ts"],
    signIn: "./src/taskpane/signInEntry.ts",
    sheets: "./src/taskpane/sheets/entry.tsx",
  },
  output: {
    path: outputPath,
    clean: true,
    filename: ({ chunk }) =>
      chunk.name === "functions" ? "functions.js?[contenthash:8]" : "[name].[contenthash:8].js",
    chunkFilename: "[name].[contenthash:8].js",
    sourceMapFilename: "maps/[name].[contenthash:8].map",
    publicPath: "auto",
  },
  devtool: "hidden-source-map",
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: "swc-loader",
        options: {
          jsc: {
            parser: { syntax: "typescript", tsx: true },
            transform: { react: { runtime: "automatic" } },
            target: "es2021",
          },
        },
      },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
    ],
  },
  plugins: [
    new EmittedFiles(emitted),
    new MiniCssExtractPlugin({ filename: "[name].[contenthash:8].css" }),
    new HtmlWebpackPlugin({
      template: "./src/taskpane/taskpane.html",
      filename: "taskpane.html",
      chunks: ["functions"],
      scriptLoading: "defer",
    }),
    new HtmlWebpackPlugin({
      template: "./src/taskpane/sheets/sheets.html",
      filename: "sheets.html",
      chunks: ["sheets"],
      scriptLoading: "defer",
    }),
    // Shown under /sign-in/: its files are named from the root.
    new HtmlWebpackPlugin({
      template: "./src/taskpane/signIn.html",
      filename: "signIn.html",
      chunks: ["signIn"],
      // The gateway writes into its attributes: their quotes stay.
      minify: false,
      publicPath: "/",
      scriptLoading: "defer",
    }),
    new CopyWebpackPlugin({
      patterns: [
        { from: "assets/*.png", to: "assets/[name][ext]" },
        { from: "assets/shortcuts*.json", to: "assets/[name][ext]" },
        { from: "assets/aide.html", to: "aide.html" },
      ],
    }),
  ],
  // The budget is measured compressed by scripts/size.ts.
  performance: { hints: false },
});

#include "language/load_plan.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "language/check_diagnostics.h"
#include "language/check_plan.h"
#include "language/parse_document.h"

namespace hearth {
namespace {

// Documents in the order in which they can be checked: each after those it uses.
class Documents {
 public:
  explicit Documents(const ReadDocument& read) : read_(read) {}

  Diagnostics diagnostics;
  std::vector<std::unique_ptr<Tree>> trees;
  std::vector<std::shared_ptr<const Source>> sources;

  // False if the document itself could not be read; `asked` is where it was asked for.
  bool load(const std::string& path, const Place& asked, const std::string& asked_name) {
    if (at_.contains(path)) {
      if (at_[path] == Stage::Open) diagnostics.add(kUseCycle, asked, asked_name);
      return true;
    }
    at_[path] = Stage::Open;
    auto text = read_(path);
    if (!text) {
      at_[path] = Stage::Done;
      diagnostics.add(kMissingDocument, asked, asked_name, text.error().message);
      return false;
    }
    const auto source = std::make_shared<const Source>(path, std::move(*text));
    sources.push_back(source);
    auto parsed = parse_document(source);
    diagnostics.take(std::move(parsed.diagnostics));
    auto tree = std::make_unique<Tree>(std::move(parsed.tree));
    load_used(*tree);
    at_[path] = Stage::Done;
    trees.push_back(std::move(tree));
    return true;
  }

  std::vector<const Tree*> in_order() const {
    std::vector<const Tree*> order;
    for (const auto& tree : trees) order.push_back(tree.get());
    return order;
  }

 private:
  enum class Stage { Open, Done };
  const ReadDocument& read_;
  std::map<std::string, Stage> at_;

  void load_used(const Tree& tree) {
    namespace fs = std::filesystem;
    const auto folder = fs::path(tree.source->name()).parent_path();
    for (const auto& item : tree.items) {
      const auto* use = std::get_if<written::Use>(&item.node);
      if (!use || !use->file.exists()) continue;
      const auto path = (folder / use->file.text).lexically_normal().generic_string();
      load(path, place_in(*tree.source, use->file.span), use->file.text);
    }
  }
};

Place place_of(const std::string& path) {
  Place place;
  place.file = path;
  return place;
}

std::string normal(const std::string& path) {
  return std::filesystem::path(path).lexically_normal().generic_string();
}

}  // namespace

LoadedPlan load_plan(const std::string& path, const ReadDocument& read) {
  Documents documents(read);
  LoadedPlan loaded;
  if (documents.load(normal(path), place_of(path), path)) {
    auto checked = check_plan(documents.in_order());
    documents.diagnostics.take(std::move(checked.diagnostics));
    loaded.plan = std::move(checked.plan);
  }
  if (documents.diagnostics.has_errors()) loaded.plan = nullptr;
  loaded.diagnostics = std::move(documents.diagnostics);
  loaded.diagnostics.sort();
  loaded.sources = std::move(documents.sources);
  return loaded;
}

LoadedCatalogue load_catalogue(const std::string& path, const ReadDocument& read) {
  Documents documents(read);
  LoadedCatalogue loaded;
  if (documents.load(normal(path), place_of(path), path)) {
    auto checked = check_catalogue(documents.in_order());
    documents.diagnostics.take(std::move(checked.diagnostics));
    loaded.terms = std::move(checked.terms);
    loaded.catalogue = std::move(checked.catalogue);
  }
  if (documents.diagnostics.has_errors()) loaded.catalogue.reset();
  loaded.diagnostics = std::move(documents.diagnostics);
  loaded.diagnostics.sort();
  loaded.sources = std::move(documents.sources);
  return loaded;
}

}  // namespace hearth

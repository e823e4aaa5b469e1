#include "language/load_plan.h"

#include "language/check_plan.h"

namespace hearth {

LoadedPlan load_plan(const std::string& path, const ReadDocument& read) {
  auto documents = read_documents(path, read);
  LoadedPlan loaded;
  if (documents.found) {
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
  auto documents = read_documents(path, read);
  LoadedCatalogue loaded;
  if (documents.found) {
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

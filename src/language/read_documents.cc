#include "language/read_documents.h"

#include <filesystem>
#include <map>

#include "language/check_diagnostics.h"
#include "language/parse_document.h"

namespace hearth {
namespace {

class Documents {
 public:
  explicit Documents(const ReadDocument& read) : read_(read) {}

  DocumentsRead documents;

  // False if the document itself could not be read; `asked` is where it was asked for.
  bool load(const std::string& path, const Place& asked, const std::string& asked_name) {
    if (at_.contains(path)) {
      if (at_[path] == Stage::Open) {
        documents.diagnostics.add(kUseCycle, asked, asked_name).hint =
            "move what both need into a document of its own, which both use";
      }
      return true;
    }
    at_[path] = Stage::Open;
    documents.asked.push_back(path);
    auto text = read_(path);
    if (!text) {
      at_[path] = Stage::Done;
      documents.diagnostics.add(kMissingDocument, asked, asked_name, text.error().message);
      return false;
    }
    const auto source = std::make_shared<const Source>(path, std::move(*text));
    documents.sources.push_back(source);
    auto parsed = parse_document(source);
    documents.diagnostics.take(std::move(parsed.diagnostics));
    auto tree = std::make_unique<Tree>(std::move(parsed.tree));
    load_used(*tree);
    at_[path] = Stage::Done;
    documents.trees.push_back(std::move(tree));
    return true;
  }

 private:
  enum class Stage { Open, Done };
  const ReadDocument& read_;
  std::map<std::string, Stage> at_;

  void load_used(const Tree& tree) {
    for (const auto& item : tree.items) {
      const auto* use = std::get_if<written::Use>(&item.node);
      if (!use || !use->file.exists()) continue;
      const auto path = used_path(tree.source->name(), use->file.text);
      load(path, place_in(*tree.source, use->file.span), use->file.text);
    }
  }
};

Place place_of(const std::string& path) {
  Place place;
  place.file = path;
  return place;
}

}  // namespace

std::vector<const Tree*> DocumentsRead::in_order() const {
  std::vector<const Tree*> order;
  for (const auto& tree : trees) order.push_back(tree.get());
  return order;
}

DocumentsRead read_documents(const std::string& path, const ReadDocument& read) {
  Documents documents(read);
  const bool found = documents.load(normal_path(path), place_of(path), path);
  documents.documents.found = found;
  return std::move(documents.documents);
}

std::string normal_path(const std::string& path) {
  return std::filesystem::path(path).lexically_normal().generic_string();
}

std::string used_path(const std::string& document, const std::string& file) {
  const auto folder = std::filesystem::path(document).parent_path();
  return (folder / file).lexically_normal().generic_string();
}

}  // namespace hearth

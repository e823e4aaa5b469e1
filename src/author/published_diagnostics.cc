#include "author/published_diagnostics.h"

#include <algorithm>

namespace hearth {
namespace {

// Turns places of hearth into those of an editor, file after file.
class Places {
 public:
  explicit Places(const PlanReading& reading) {
    for (const auto& source : reading.documents.sources) sources_[source->name()] = source.get();
  }

  TextRange range(const Place& place) {
    const auto found = sources_.find(place.file);
    if (found == sources_.end() || place.line < 1) return {};
    const auto& source = *found->second;
    const auto line = source.line(place.line);
    const auto start = static_cast<std::uint32_t>(line.data() - source.text().data());
    const auto offset = start + static_cast<std::uint32_t>(place.column - 1);
    return document(source).range({offset, static_cast<std::uint32_t>(place.length)});
  }

 private:
  std::map<std::string, const Source*> sources_;
  std::map<std::string, TextDocument> documents_;

  const TextDocument& document(const Source& source) {
    const auto found = documents_.find(source.name());
    if (found != documents_.end()) return found->second;
    return documents_.emplace(source.name(), TextDocument(std::string(source.text())))
        .first->second;
  }
};

PublishedDiagnostic published(const Workspace& workspace, Places& places,
                              const Diagnostic& diagnostic) {
  PublishedDiagnostic made;
  made.range = places.range(diagnostic.place);
  made.severity = diagnostic.kind->severity;
  made.code = diagnostic.kind->name;
  made.message = diagnostic.message;
  if (!diagnostic.hint.empty()) made.message += "\n" + diagnostic.hint;
  for (const auto& label : diagnostic.labels) {
    made.related.push_back(
        {workspace.address_of(label.place.file), places.range(label.place), label.text});
  }
  return made;
}

// Where a mistake is told: a document that cannot be read is told where it is asked for.
void add(const Workspace& workspace, const PlanReading& reading,
         std::map<std::string, PublishedFile>& files) {
  Places places(reading);
  for (const auto& diagnostic : reading.diagnostics) {
    auto& file = files[workspace.address_of(diagnostic.place.file)];
    auto made = published(workspace, places, diagnostic);
    if (std::ranges::find(file, made) == file.end()) file.push_back(std::move(made));
  }
}

}  // namespace

std::map<std::string, PublishedFile> diagnostics_of(Workspace& workspace) {
  std::map<std::string, PublishedFile> files;
  for (const auto& [path, open] : workspace.open_documents()) {
    files[open.address];
    add(workspace, workspace.reading(path), files);
  }
  for (auto& [address, file] : files) {
    std::ranges::stable_sort(file, {}, [](const PublishedDiagnostic& d) { return d.range.start; });
  }
  return files;
}

}  // namespace hearth

// A document and all it uses, read and parsed, in the order in which they can be checked: each
// after those it uses, the one that was asked for last.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "language/tree.h"

namespace hearth {

// The disk, passed in: how a path becomes text is the caller's business.
using ReadDocument = std::function<Result<std::string>(const std::string& path)>;

struct DocumentsRead {
  bool found = false;  // the document itself could be read
  std::vector<std::unique_ptr<Tree>> trees;
  std::vector<std::shared_ptr<const Source>> sources;  // in the order read
  std::vector<std::string> asked;                      // every path, also those that are not there
  Diagnostics diagnostics;

  std::vector<const Tree*> in_order() const;
};

// Paths in `use` are relative to the document that says them; `path` is normal.
DocumentsRead read_documents(const std::string& path, const ReadDocument& read);

std::string normal_path(const std::string& path);  // `plans/./a.md` is `plans/a.md`

// Where the document that `use`s a file finds it.
std::string used_path(const std::string& document, const std::string& file);

}  // namespace hearth

// The documents an editor has open, and what hearth makes of each of them.
//
// What is open counts and not what lies on the disk, also for documents that other open ones use. A
// document is read again when it, or one it uses, has changed and somebody asks.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "author/plan_reading.h"
#include "author/text_document.h"

namespace hearth {

struct OpenDocument {
  TextDocument document;
  std::int64_t version = 0;
  std::string address;  // as the editor spells it
};

class Workspace {
 public:
  // Documents that are used and do not lie beside the one that uses them are looked for by name in
  // `shelves`: folders of plans that come with hearth or belong to the editor's project.
  Workspace(ReadDocument disk, std::vector<std::string> shelves)
      : disk_(std::move(disk)), shelves_(std::move(shelves)) {}

  void put_first(std::string shelf) { shelves_.insert(shelves_.begin(), std::move(shelf)); }

  void open(const std::string& path, OpenDocument document);
  void close(const std::string& path);
  OpenDocument* find(const std::string& path);
  const std::map<std::string, OpenDocument>& open_documents() const { return open_; }

  // Reads of the path are out of date. An empty one: all of them are.
  void changed(const std::string& path);

  // Of an open document; it stands until something it read changes.
  const PlanReading& reading(const std::string& path);

  // Where the document that a reading calls `path` lies: the same, or a shelf.
  std::string place_of(const std::string& path) const;
  std::string address_of(const std::string& path) const;

 private:
  ReadDocument disk_;
  std::vector<std::string> shelves_;
  std::map<std::string, OpenDocument> open_;
  std::map<std::string, PlanReading> readings_;
  std::map<std::string, std::string> shelved_;  // path asked for → path found

  Result<std::string> read(const std::string& path);
  Result<std::string> read_as_it_is(const std::string& path) const;
};

}  // namespace hearth

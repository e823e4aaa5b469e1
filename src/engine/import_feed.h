// `hearth import`: agencies' files that share an identifier become a facts folder.
//
// The passes: the catalogue and the feed are read (and then frozen), the files become Facts
// (frozen), the Facts become a folder. Nothing is written unless the feed is right and the import
// was not refused.
#pragma once

#include <string>

#include "base/result.h"
#include "intake/import.h"
#include "language/load_plan.h"
#include "table/table_file.h"

namespace hearth {

struct ImportRequest {
  std::string feed;       // the path of its TOML file
  std::string catalogue;  // the path of the catalogue document
  std::string out;        // the facts folder
  FileFormat format = FileFormat::Csv;
  std::string sightings;  // a file for who the rows are about, .csv or .parquet; or none
  std::string relations;  // likewise, for who is related to whom
  ImportOptions options;
};

struct ImportAnswer {
  Diagnostics declaration;  // of the catalogue and the feed; with errors nothing else was done
  Imported imported;        // its facts were written, and are no longer here
  std::string account;      // rows in, records out, rows set aside, in words
};

Result<ImportAnswer> import_feed(const ImportRequest& request, const ReadDocument& read);

}  // namespace hearth

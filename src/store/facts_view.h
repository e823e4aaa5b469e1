// What stands in a store on a day, as a facts folder: later loads have replaced earlier ones by key
// and by period, as docs/store.md says.
//
// Who is who is taken from the linker's runs, and of those it did not see from the identifiers the
// feeds share. Everybody is of a family (view_families.h), if only of one of their own.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "casebook/as_known.h"
#include "store/families.h"
#include "store/store.h"
#include "store/who.h"
#include "table/table_file.h"

namespace hearth {

struct ViewRequest {
  AsKnown known = {};  // of a run: with its last load
  FileFormat format = FileFormat::Parquet;
  int threads = 1;
  WhoSource who = {};
  // Only these people, and parts of them that are taken for somebody else (`P000000003~6`); or all.
  std::vector<std::string> people = {};
  FamilySource families = {};
};

// Checks every segment it needs first; an Error names the first that is not what it was.
Result<void> write_view(Store& store, const ViewRequest& request,
                        const std::filesystem::path& folder);
// The same of loads read before.
Result<void> write_view(const Lake& lake, const std::vector<LoadEntry>& loads,
                        const ViewRequest& request, const std::filesystem::path& folder);
Error spoilt(const std::string& fault);  // what a question says of a segment's fault

}  // namespace hearth

// Writes the files that KnownRows opens, and takes away those it needs no more.
#pragma once

#include "links/known_rows.h"

namespace hearth::links {

// Writes what is known of the loads from one to another, taking up files that are not much larger.
// Files of other loads are left alone.
Result<void> write_known(const std::filesystem::path& folder, const KnownRows& known, KeysOf of,
                         KeysContent content);
// Removes what `known` does not need.
void sweep_links(const std::filesystem::path& folder, const std::vector<std::string>& needed);

}  // namespace hearth::links

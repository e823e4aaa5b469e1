// The folder that lasting people are kept in: rows.csv, events.csv and event_rows.csv, as
// docs/lasting-people.md has them. It holds ids of rows and of people, and nothing about them.
#pragma once

#include <filesystem>

#include "base/result.h"
#include "link/lasting_people.h"

namespace hearth::link {

// A folder that is not there has nobody in it yet.
Result<LastingPeople> read_people_folder(const std::filesystem::path& folder);
Result<void> write_people_folder(const LastingPeople& people, const std::filesystem::path& folder);

}  // namespace hearth::link

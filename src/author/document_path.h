// The names of documents: an editor's `file:` address and a path on this machine.
//
// What is no file, such as an editor's unsaved page, keeps its address as its path; the documents
// it uses are then those that come with hearth.
#pragma once

#include <string>
#include <string_view>

namespace hearth {

std::string path_of_address(std::string_view address);
std::string address_of_path(std::string_view path);

}  // namespace hearth

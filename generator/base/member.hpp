#pragma once
// What a pointer to member points into, and at: for the tables whose rows are members (fields of front matter, keys of the published data).

namespace pressrum {

template <class Pointer>
struct MemberPointer;
template <class R, class T>
struct MemberPointer<T R::*> {
    using Record = R;
    using Type = T;
};

template <auto Member>
using RecordOf = typename MemberPointer<decltype(Member)>::Record;
template <auto Member>
using TypeOf = typename MemberPointer<decltype(Member)>::Type;

}  // namespace pressrum

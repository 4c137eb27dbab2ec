#pragma once
// What a C library made, and wants back by a function of its own: std::unique_ptr<Thing, Destroy<thing_free>>.

namespace pressrum {

template <auto destroy>
struct Destroy {
    template <class T>
    void operator()(T* thing) const {
        destroy(thing);
    }
};

}  // namespace pressrum

.pragma library

// The first item below this one, and in it, for which the condition holds; null if there is none.
function first(item, condition) {
    if (condition(item))
        return item;
    const below = item.children || [];
    for (let i = 0; i < below.length; ++i) {
        const found = first(below[i], condition);
        if (found)
            return found;
    }
    return null;
}

// The first visible Text with this text.
function text(item, text) {
    return first(item, each => each.visible && each.text === text && each.textFormat !== undefined);
}

// How many items there are, with this one.
function count(item) {
    let sum = 1;
    for (let i = 0; i < item.children.length; ++i)
        sum += count(item.children[i]);
    return sum;
}

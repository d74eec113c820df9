using System.Text.Json;

namespace WalkBuddyBot.BotFramework.Activities;

/// <summary>
/// Reads the known fields of a JSON object. A field that is absent or null is null; one of the wrong type is a mistake that is noted by its
/// path. Unknown fields are not looked at.
/// </summary>
internal readonly struct Fields(JsonElement of, string path, Mistakes mistakes)
{
    /// <summary>Longer than any channel's id; a longer one would only fill the database.</summary>
    private const int LongestId = 1000;

    private const int LongestLabel = 256;
    private const string AnObject = "an object";

    /// <summary>A text of any length.</summary>
    public string? Text(string name)
    {
        if (Given(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        mistakes.Note(path + name, "a text");
        return null;
    }

    /// <summary>A text that names something, so it is taken whole or not at all.</summary>
    public string? Id(string name)
    {
        var id = Text(name);
        if (id?.Length > LongestId)
        {
            mistakes.Note(path + name, $"at most {LongestId} characters long");
        }

        // No channel's ids have any; they stand in log lines, where a line break would begin another.
        if (id?.Any(char.IsControl) == true)
        {
            mistakes.Note(path + name, "free of control characters");
        }

        return id;
    }

    /// <summary>An id without which nothing can be done.</summary>
    public string? RequiredId(string name)
    {
        var id = Id(name);
        if (string.IsNullOrWhiteSpace(id))
        {
            mistakes.Missing(path + name);
        }

        return id;
    }

    /// <summary>A text that only helps (a language, a zone, a name): one that cannot be what it should be is none.</summary>
    public string? Label(string name) =>
        Text(name) is { Length: > 0 and <= LongestLabel } label && !label.Any(char.IsControl) ? label : null;

    /// <summary>Fields that must be texts and are not read.</summary>
    public void Texts(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            Text(name);
        }
    }

    public bool? Flag(string name)
    {
        switch (Given(name)?.ValueKind)
        {
            case null:
                return null;
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False:
                return false;
            default:
                mistakes.Note(path + name, "true or false");
                return null;
        }
    }

    /// <summary>Anything, kept as it came.</summary>
    public JsonElement? Any(string name) => Given(name)?.Clone();

    /// <summary>An object, kept as it came.</summary>
    public JsonElement? Object(string name) => OfKind(name, JsonValueKind.Object, AnObject)?.Clone();

    /// <summary>An object with known fields of its own.</summary>
    public T? Part<T>(string name, Func<Fields, T> read)
        where T : class =>
        OfKind(name, JsonValueKind.Object, AnObject) is { } part ? read(new Fields(part, $"{path}{name}.", mistakes)) : null;

    /// <summary>An array of objects with known fields of their own.</summary>
    public IReadOnlyList<T>? Parts<T>(string name, Func<Fields, T> read)
    {
        if (Array(name) is not { } array)
        {
            return null;
        }

        var parts = new List<T>();
        var index = 0;
        foreach (var item in array.EnumerateArray())
        {
            var at = $"{path}{name}[{index++}]";
            if (item.ValueKind != JsonValueKind.Object)
            {
                mistakes.Note(at, AnObject);
                return null;
            }

            parts.Add(read(new Fields(item, at + ".", mistakes)));
        }

        return parts;
    }

    /// <summary>An array, kept as it came.</summary>
    public JsonElement? List(string name) => Array(name)?.Clone();

    private JsonElement? Array(string name) => OfKind(name, JsonValueKind.Array, "an array");

    private JsonElement? OfKind(string name, JsonValueKind kind, string must)
    {
        if (Given(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == kind)
        {
            return value;
        }

        mistakes.Note(path + name, must);
        return null;
    }

    private JsonElement? Given(string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Hearing;

/// <summary>What a pressed button sent: the client's word, of which only bounded strings are taken.</summary>
/// <param name="Verb">The verb, known or not.</param>
/// <param name="About">The message it is about.</param>
/// <param name="Inputs">The other strings.</param>
internal sealed record Press(string? Verb, OutgoingId? About, ImmutableDictionary<string, string> Inputs)
{
    /// <summary>The name of the verb in a button's data.</summary>
    public const string VerbName = "verb";

    /// <summary>The name of the message's id in a button's data.</summary>
    public const string AboutName = "about";

    private const int MostInputs = 16;
    private const int LongestName = 64;
    private const int LongestValue = 2000;
    private static readonly ImmutableDictionary<string, string> NoInputs =
        ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Nothing pressed.</summary>
    public static Press None { get; } = new(null, null, NoInputs);

    /// <summary>The press in a value; none where it is no object with a verb.</summary>
    public static Press In(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } data || VerbIn(data) is not { } verb)
        {
            return None;
        }

        return new(verb, AboutIn(data), InputsIn(data));
    }

    /// <summary>Somebody came back to the page: our own web chat's word.</summary>
    public static Press Returned(JsonElement? value) =>
        new(Verbs.Returned, About: null, value is { ValueKind: JsonValueKind.Object } data ? InputsIn(data) : NoInputs);

    // These are the channel's alone: whoever could send them would be greeted, known or sent away without a word of theirs.
    private static readonly FrozenSet<string> OfTheChannel = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, Verbs.Joined, Verbs.Installed, Verbs.Uninstalled, Verbs.Returned);

    private static string? VerbIn(JsonElement data) =>
        StringIn(data, VerbName) is { Length: > 0 and <= LongestName } verb && !OfTheChannel.Contains(verb) ? verb : null;

    private static OutgoingId? AboutIn(JsonElement data) =>
        Guid.TryParse(StringIn(data, AboutName), out var id) ? new OutgoingId(id) : null;

    private static string? StringIn(JsonElement data, string name) =>
        data.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;

    // What is too long is left out whole: half an answer could mean something else.
    private static ImmutableDictionary<string, string> InputsIn(JsonElement data)
    {
        var inputs = NoInputs.ToBuilder();
        foreach (var property in data.EnumerateObject())
        {
            if (inputs.Count < MostInputs && property.Name is not (VerbName or AboutName) && property.Name.Length <= LongestName
                && property.Value.ValueKind == JsonValueKind.String && property.Value.GetString() is { Length: <= LongestValue } input)
            {
                inputs[property.Name] = input;
            }
        }

        return inputs.ToImmutable();
    }
}

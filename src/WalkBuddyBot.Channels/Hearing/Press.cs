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
    /// <param name="value">What the button carried.</param>
    /// <param name="named">The verb, where it was said beside the value.</param>
    public static Press In(JsonElement? value, string? named = null)
    {
        var data = value is { ValueKind: JsonValueKind.Object } given ? given : default;
        return VerbOf(named ?? data.Text(VerbName)) is { } verb ? new(verb, AboutIn(data), InputsIn(data)) : None;
    }

    /// <summary>Somebody came back to the page: our own web chat's word.</summary>
    public static Press Returned(JsonElement? value) =>
        new(Verbs.Returned, About: null, value is { ValueKind: JsonValueKind.Object } data ? InputsIn(data) : NoInputs);

    // These are the channel's alone: whoever could send them would be greeted, known or sent away without a word of theirs.
    private static readonly FrozenSet<string> OfTheChannel = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, Verbs.Joined, Verbs.Installed, Verbs.Uninstalled, Verbs.Returned, Verbs.Ended);

    private static string? VerbOf(string? said) =>
        said is { Length: > 0 and <= LongestName } verb && !OfTheChannel.Contains(verb) ? verb : null;

    private static OutgoingId? AboutIn(JsonElement data) =>
        Guid.TryParse(data.Text(AboutName), out var id) ? new OutgoingId(id) : null;

    // What is too long is left out whole: half an answer could mean something else.
    private static ImmutableDictionary<string, string> InputsIn(JsonElement data)
    {
        if (data.ValueKind != JsonValueKind.Object)
        {
            return NoInputs;
        }

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

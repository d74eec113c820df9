using System.Collections.Immutable;

namespace WalkBuddyBot.Domain;

/// <summary>A way on, drawn as a button.</summary>
/// <param name="Title">What stands on it.</param>
/// <param name="Verb">What it says when pressed; see <see cref="Verbs"/>.</param>
/// <param name="About">The message it is about, if it is about one.</param>
/// <param name="Inputs">What goes with it.</param>
public sealed record Choice(string Title, string Verb, OutgoingId? About, ImmutableDictionary<string, string> Inputs)
{
    /// <summary>A choice with no message behind it.</summary>
    public static Choice Of(string title, string verb, params ReadOnlySpan<(string Name, string Value)> inputs)
    {
        var with = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in inputs)
        {
            with[name] = value;
        }

        return new(title, verb, About: null, with.ToImmutable());
    }
}

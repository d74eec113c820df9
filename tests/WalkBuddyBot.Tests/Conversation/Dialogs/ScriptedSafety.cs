using WalkBuddyBot.Conversation.Safety;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Dialogs;

/// <summary>Finds one sign a level, by a word.</summary>
internal sealed class ScriptedSafety : ISafetyRules
{
    public SafetyFinding Assess(string text) => text switch
    {
        _ when text.Contains("chest pain", StringComparison.Ordinal) => new(SafetyLevel.Emergency, "Call 112 now.", "Please call 112.", null, false),
        _ when text.Contains("want to die", StringComparison.Ordinal) => new(SafetyLevel.Crisis, "I am glad you said it.", "Please call someone.", null, false),
        _ when text.Contains("hot calf", StringComparison.Ordinal) => new(SafetyLevel.SameDay, "Speak to a doctor today.", "Please see a doctor today.", null, false),
        _ when text.Contains("long story", StringComparison.Ordinal) => new(SafetyLevel.Emergency, new string('x', 515) + ".", null, null, false),
        _ when text.Contains("sciatica", StringComparison.Ordinal) => new(SafetyLevel.SeeSoon, null, null, "Please get this checked soon.", false),
        _ when text.Contains("which signs", StringComparison.Ordinal) => new(SafetyLevel.Emergency, "These are signs.", null, null, true),
        _ => SafetyFinding.None,
    };
}

using System.ComponentModel.DataAnnotations;

namespace WalkBuddyBot.Conversation.Safety;

/// <summary>The numbers that safety replies name; section <c>Safety</c>.</summary>
public sealed class SafetyOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Safety";

    /// <summary>How long each of the texts may be, in characters: with all of them this long the longest reply of an emergency still fits
    /// in 600.</summary>
    public const int LongestText = 80;

    /// <summary>Whom to call in an emergency, as words inside a sentence. The default is "112, 911 or your local emergency number"; 1 to
    /// 80 characters.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "Safety:EmergencyNumber is blank. Set it to the emergency number of your country, "
        + "as 1 to 80 characters that fit after \"call\", or remove the key to use the default.")]
    [StringLength(LongestText, MinimumLength = 1,
        ErrorMessage = "Safety:EmergencyNumber must be 1 to 80 characters long, so that a reply stays short.")]
    public string EmergencyNumber { get; set; } = "112, 911 or your local emergency number";

    /// <summary>Where people in a crisis are listened to. Empty, the default, says "a crisis line in your country"; at most 80
    /// characters.</summary>
    [StringLength(LongestText,
        ErrorMessage = "Safety:CrisisLine must be at most 80 characters long; leave it empty for \"a crisis line in your country\".")]
    public string CrisisLine { get; set; } = "";

    /// <summary>Who answers on the same day. Empty, the default, says "a doctor or urgent-care service"; at most 80 characters.</summary>
    [StringLength(LongestText,
        ErrorMessage = "Safety:UrgentCareLine must be at most 80 characters long; leave it empty for \"a doctor or urgent-care service\".")]
    public string UrgentCareLine { get; set; } = "";

    /// <summary>A text with its places filled.</summary>
    internal string Fill(string text) => text
        .Replace("{EmergencyNumber}", EmergencyNumber, StringComparison.Ordinal)
        .Replace("{CrisisLine}", CrisisLine.Length == 0 ? "a crisis line in your country" : CrisisLine, StringComparison.Ordinal)
        .Replace(
            "{UrgentCareLine}",
            UrgentCareLine.Length == 0 ? "a doctor or urgent-care service" : UrgentCareLine,
            StringComparison.Ordinal);
}

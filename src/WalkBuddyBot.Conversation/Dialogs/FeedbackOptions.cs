using System.ComponentModel.DataAnnotations;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Where people are sent who have something to say about the bot.</summary>
internal sealed class FeedbackOptions
{
    /// <summary>
    /// An address, a page or a name, up to 120 characters, said as it stands. By default there is none: then the bot says that it keeps
    /// nothing and passes nothing on.
    /// </summary>
    [StringLength(120, ErrorMessage = "Feedback:Contact is longer than 120 characters. Give an address, a page or a name.")]
    public string? Contact { get; set; }
}

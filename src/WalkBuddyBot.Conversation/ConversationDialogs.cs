using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using WalkBuddyBot.Conversation.Dialogs;
using WalkBuddyBot.Conversation.Safety;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation;

/// <summary>The dialogs and the one who leads them.</summary>
public static class ConversationDialogs
{
    /// <summary>
    /// Adds <see cref="IBuddy"/> and every dialog. It needs <see cref="IPhrases"/>, <see cref="ITopics"/>, <see cref="ITips"/>, the
    /// understanding and the safety rules, which the other parts of this room add.
    /// </summary>
    /// <param name="services">Where they are added.</param>
    public static IServiceCollection AddDialogs(this IServiceCollection services)
    {
        services.TryAddSingleton<IDateTimeZoneProvider>(DateTimeZoneProviders.Tzdb);
        services.AddSingleton<Talks>().AddSingleton<Acquaintance>().AddSingleton<AlarmReplies>().AddSingleton<ToldBefore>();
        services.AddSingleton<IDialog, WelcomeDialog>().AddSingleton<IDialog, GoodbyeForNowDialog>().AddSingleton<IDialog, EndedDialog>();
        services.AddSingleton<Company>().AddSingleton<Resumption>().AddSingleton<Travelling>().AddSingleton<Remembering>();
        services.AddSingleton<Following>();
        services.AddSingleton<RefusedDialog>().AddSingleton<NothingKeptDialog>();
        services.AddSingleton<IDialog, GreetingDialog>().AddSingleton<IDialog, HelpDialog>();
        services.AddSingleton<IDialog, ThanksDialog>().AddSingleton<IDialog, GoodbyeDialog>();
        services.AddSingleton<IDialog, TopicsDialog>().AddSingleton<IDialog, MoreDialog>();
        services.AddSingleton<IDialog, WhyDialog>().AddSingleton<IDialog, TipDialog>();
        services.AddSingleton<IDialog, SetReminderDialog>().AddSingleton<IDialog, ShowScheduleDialog>();
        services.AddSingleton<IDialog, StopDialog>().AddSingleton<IDialog, PauseDialog>().AddSingleton<IDialog, ResumeDialog>();
        services.AddSingleton<IDialog, UndoDialog>().AddSingleton<IDialog, TimeZoneDialog>();
        services.AddSingleton<IDialog, LogWalkDialog>().AddSingleton<IDialog, SnoozeDialog>().AddSingleton<IDialog, SkipDialog>();
        services.AddSingleton<IDialog, SafeDialog>().AddSingleton<IDialog, YesNoDialog>();
        services.AddSingleton<IDialog, ChangeTimeDialog>().AddSingleton<IDialog, StatusDialog>().AddSingleton<IDialog, HoursDialog>();
        services.AddSingleton<IDialog, GoalDialog>().AddSingleton<IDialog, ProgressDialog>().AddSingleton<IDialog, NudgeMeDialog>();
        services.AddSingleton<IDialog, FeedbackDialog>().AddOptions<FeedbackOptions>().BindConfiguration("Feedback")
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IDialog, NotAWalkDialog>().AddSingleton<IDialog, FallbackDialog>();
        services.AddSingleton<IDialog, DeleteDataDialog>()
            .AddSingleton<IDialog, ExportDataDialog>().AddSingleton<IDialog, ReturnedDialog>();
        services.AddSingleton<ILabels, Labels>();
        return services.AddSingleton<IBuddy, Buddy>();
    }
}

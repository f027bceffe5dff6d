#pragma once

#include "models/completionmodel.h"
#include "models/emojimodel.h"
#include "models/membersmodel.h"
#include "models/orderedmodel.h"
#include "models/peoplemodel.h"
#include "models/pinsmodel.h"
#include "models/publicroomsmodel.h"
#include "models/recordmodel.h"
#include "models/roomlistmodel.h"
#include "models/scheduledmodel.h"
#include "models/searchresultsmodel.h"
#include "models/switchermodel.h"
#include "models/timelinemodel.h"

#include <QtQml/qqml.h>

// What QML calls the models. They are declared here because app/models itself does not know QML.
namespace viewmodels {

struct CompletionModelType
{
    Q_GADGET
    QML_FOREIGN(models::CompletionModel)
    QML_NAMED_ELEMENT(CompletionModel)
    QML_UNCREATABLE("It belongs to a view-model")
};

struct EmojiModelType
{
    Q_GADGET
    QML_FOREIGN(models::EmojiModel)
    QML_NAMED_ELEMENT(EmojiModel)
    QML_UNCREATABLE("It belongs to a view-model")
};

struct MembersModelType
{
    Q_GADGET
    QML_FOREIGN(models::MembersModel)
    QML_NAMED_ELEMENT(MembersModel)
    QML_UNCREATABLE("It belongs to a view-model")
};

struct PeopleModelType
{
    Q_GADGET
    QML_FOREIGN(models::PeopleModel)
    QML_NAMED_ELEMENT(PeopleModel)
    QML_UNCREATABLE("It belongs to a view-model")
};

struct PinsModelType
{
    Q_GADGET
    QML_FOREIGN(models::PinsModel)
    QML_NAMED_ELEMENT(PinsModel)
    QML_UNCREATABLE("It belongs to a view-model")
};

struct PublicRoomsModelType
{
    Q_GADGET
    QML_FOREIGN(models::PublicRoomsModel)
    QML_NAMED_ELEMENT(PublicRoomsModel)
    QML_UNCREATABLE("It belongs to a view-model")
};

struct RoomListModelType
{
    Q_GADGET
    QML_FOREIGN(models::RoomListModel)
    QML_NAMED_ELEMENT(RoomListModel)
    QML_UNCREATABLE("It belongs to a view-model")
};

struct ScheduledModelType
{
    Q_GADGET
    QML_FOREIGN(models::ScheduledModel)
    QML_NAMED_ELEMENT(ScheduledModel)
    QML_UNCREATABLE("It belongs to a view-model")
};

struct SearchResultsModelType
{
    Q_GADGET
    QML_FOREIGN(models::SearchResultsModel)
    QML_NAMED_ELEMENT(SearchResultsModel)
    QML_UNCREATABLE("It belongs to a view-model")
};

struct SwitcherModelType
{
    Q_GADGET
    QML_FOREIGN(models::SwitcherModel)
    QML_NAMED_ELEMENT(SwitcherModel)
    QML_UNCREATABLE("It belongs to a view-model")
};

struct TimelineModelType
{
    Q_GADGET
    QML_FOREIGN(models::TimelineModel)
    QML_NAMED_ELEMENT(TimelineModel)
    QML_UNCREATABLE("It belongs to a view-model")
};

/// What they have in common: the number of rows.
struct RecordModelType
{
    Q_GADGET
    QML_FOREIGN(models::RecordModel)
    QML_ANONYMOUS
};

struct OrderedModelType
{
    Q_GADGET
    QML_FOREIGN(models::OrderedModel)
    QML_ANONYMOUS
};

} // namespace viewmodels
